def log = new File(basedir, 'build.log').text
assert log.contains('[INFO] web/.well-known/assetlinks.json written, ')
assert log.contains('[WARNING] web/.well-known/apple-app-site-association is left alone: ')
assert new File(basedir, 'web/.well-known/apple-app-site-association').text == '{}\n'
