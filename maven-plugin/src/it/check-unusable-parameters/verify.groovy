def runs = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1)
assert runs.length == 3
assert runs[0..1].every { it.contains('MojoExecutionException') }
assert runs[0].contains('nowhere.yaml does not exist; say where the registration is with ')
assert runs[1].contains('connectTo is "shop.example.com", which cannot be used: not of the form'
    + ' HOST:PORT:ADDR:PORT')
assert runs[2] =~ /\[ERROR\] broken\.yaml:6:19: .+ \[registration\/malformed-team-id\]/
assert runs[2].contains('1 error in broken.yaml; no host was asked. "mvn wellknown:rules ')
assert runs[2].contains('MojoFailureException')
