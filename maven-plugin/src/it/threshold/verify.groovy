// One run behind the other.
def runs = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1)
assert runs.length == 4
def warning = /\[WARNING\] wellknown\.yaml:\d+:\d+: .+ \[registration\/no-release-certificate\]/

assert runs[0] =~ warning
assert runs[0].contains('[INFO] wellknown.yaml: pass')
assert runs[0].contains('BUILD SUCCESS')

assert runs[1] =~ warning
assert runs[1].contains('1 warning in wellknown.yaml; nothing was written. "mvn wellknown:rules'
    + ' -Dwellknown.rule=registration/no-release-certificate" explains the finding')
assert runs[1].contains('BUILD FAILURE')

assert !(runs[2] =~ warning)
assert runs[2].contains('[INFO] wellknown.yaml: pass')
assert runs[2].contains('BUILD SUCCESS')

assert runs[3] =~ /\[ERROR\] broken\.yaml:6:19: .+ \[registration\/malformed-team-id\]/
assert runs[3].contains('1 error in broken.yaml; nothing was written')
assert runs[3].contains('BUILD FAILURE')
