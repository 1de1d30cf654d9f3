def log = new File(basedir, 'build.log').text
assert log.contains('[INFO] web/.well-known/assetlinks.json written, ')
def text = new File(basedir, 'web/.well-known/assetlinks.json').text
assert text.startsWith('[{"relation":["delegate_permission/common.handle_all_urls"],"target":{')
assert !(text =~ /\s/)
