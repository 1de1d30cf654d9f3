def log = new File(basedir, 'build.log').text
assert log =~ /\[ERROR\] web\/\.well-known\/assetlinks\.json:3:1: .+ \[json\/not-json\]/
assert log.contains('[INFO] wellknown.yaml: pass')
assert log.contains('[INFO] web: fail (google-api fail, ')
assert log.contains('-Dwellknown.rule=json/not-json" explains the finding')
