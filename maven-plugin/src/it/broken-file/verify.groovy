def log = new File(basedir, 'build.log').text
assert log =~ /\[ERROR\] web\/\.well-known\/assetlinks\.json:3:1: .+ \[json\/not-json\]/
assert log.contains('[INFO] wellknown.yaml: pass')
assert log =~ /\[ERROR\] web\/\.well-known\/apple-app-site-association: .+ \[agreement\/file-missing\]/
assert log =~ /\[INFO\] web: fail \(apple-cdn fail, .*google-api fail, /
assert log.contains('[INFO] web: not examined: whether web/.well-known/assetlinks.json says what wellknown.yaml says')
assert log.contains('-Dwellknown.rule=json/not-json" explains the worst of them')
