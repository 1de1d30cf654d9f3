context.sites.close()
// The second run is quiet: it says what fails the build, and nothing else.
def runs = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1)
assert runs.length == 2

assert runs[0].contains('[INFO] shop.example.com: pass (apple-cdn pass, ')
assert runs[0].count('BUILD SUCCESS') == 1
def quiet = runs[0].substring(runs[0].indexOf('Finished at'))
assert quiet.contains('"https://shop.example.com/" is no host name; write it without scheme, ')
assert quiet.contains('MojoExecutionException')

assert runs[1].contains('there is neither a project nor a wellknown.yaml in ')
assert runs[1].contains(', or which hosts to ask with -Dwellknown.hosts=HOST')
assert runs[1].contains('MojoExecutionException')
