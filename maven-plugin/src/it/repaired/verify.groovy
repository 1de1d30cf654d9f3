def runs = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1)
assert runs.length == 2
def root = 'target/classes/META-INF/resources'
assert runs[0] =~ /(?s)assetlinks\.json written.*resources \(default-resources\)/
assert runs[1].contains("[INFO] $root/.well-known/assetlinks.json written, ")
assert runs[1].contains("[INFO] $root/.well-known/apple-app-site-association unchanged, ")
assert new File(basedir, "$root/.well-known/assetlinks.json").text.contains('com.example.shop')
