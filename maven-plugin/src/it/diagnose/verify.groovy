context.sites.close()
def runs = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1)
assert runs.length == 3

assert runs[0].contains('[INFO]   nothing that can be seen from here keeps the link from opening the app')
assert runs[0].contains('[INFO]     xcrun simctl openurl booted \'https://shop.example.com/login\'')
assert runs[0].contains('BUILD SUCCESS')

// Apple's systems take no link with a port.
assert runs[1].contains('[link/not-matched]')
assert runs[1].contains(' on the way of http://shop.example.com:8080/login. ')
assert runs[1].contains('MojoFailureException')

assert runs[2].contains('which link? Name it with -Dwellknown.url=https://HOST/PATH')
assert runs[2].contains('MojoExecutionException')
