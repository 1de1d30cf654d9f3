def log = new File(basedir, 'build.log').text
assert log.contains('[ERROR] web/.well-known/assetlinks.json is not what the registration leads to:')
assert log.contains('[ERROR] -      "package_name": "com.example.other",')
assert log.contains('[ERROR] +      "package_name": "com.example.shop",')
assert log.contains('the files in web differ from the registration. "mvn wellknown:generate"')
assert new File(basedir, 'web/.well-known/assetlinks.json').text.contains('com.example.other')
