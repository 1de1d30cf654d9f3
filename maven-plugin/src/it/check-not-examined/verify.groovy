def runs = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1)
assert runs.length == 3
def trouble = 'shop.example.com could not be examined: the connection to '
def explained = ' "mvn wellknown:rules -Dwellknown.rule=serving/connection-refused" explains it'

assert runs[0] =~ /\[WARNING\] .+ \[serving\/connection-refused\]/
assert runs[0].contains('[INFO] shop.example.com: unknown (apple-cdn unknown, ')
assert runs[0].contains(trouble) && runs[0].contains(explained)
assert runs[0].contains('let it pass with -Dwellknown.onUnknown=warn')
assert runs[0].contains('MojoExecutionException')

assert runs[1].contains('[WARNING] ' + trouble) && runs[1].contains(explained)
assert runs[1].contains('BUILD SUCCESS')

assert runs[2].contains('[INFO] Maven is offline (-o): no host is asked')
assert !runs[2].contains('shop.example.com')
assert runs[2].contains('BUILD SUCCESS')
