def runs = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1)
assert runs.length == 3
assert runs[0].contains('[INFO] apps.yaml: pass')
assert runs[0] =~ /\[WARNING\] \. holds no association files, so only the registration was looked at\./

assert runs[1].contains('[INFO] .well-known/assetlinks.json written, ')
assert runs[1].contains('[INFO] .well-known/apple-app-site-association written, ')

assert runs[2].contains('[INFO] apps.yaml: pass')
assert runs[2].contains('[INFO] .: pass (apple-cdn pass, ')
assert new File(basedir, '.well-known/assetlinks.json').text.contains('com.example.shop')
// There is no build directory, so nothing is remembered.
assert !new File(basedir, 'target').exists()
