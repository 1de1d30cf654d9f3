def runs = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1)
assert runs.length == 3
assert runs.every { it.contains('MojoExecutionException') }
assert runs[0].contains('nowhere.yaml does not exist; say where the registration is with ')
assert runs[1].contains('no rule has the id "json/not-jason"; did you mean json/not-json?'
    + ' "mvn wellknown:rules" lists them all')
assert runs[2].contains('failOn is "errors"; known are: error, warning, note, never')
assert !new File(basedir, 'target/classes').exists()
