def log = new File(basedir, 'build.log').text
assert log =~ /\[ERROR\] wellknown\.yaml:6:19: .*"abc".* \[registration\/malformed-team-id\]/
assert log =~ /\[ERROR\]     fix: .+/
assert log.contains('1 error in wellknown.yaml; nothing was written. "mvn wellknown:rules'
    + ' -Dwellknown.rule=registration/malformed-team-id" explains the finding')
assert log.contains('MojoFailureException')
assert !new File(basedir, 'target/classes').exists()
