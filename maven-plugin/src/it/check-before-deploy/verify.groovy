context.sites.close()
def runs = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1)
assert runs.length == 2

assert runs[0] =~ /\[INFO\] https:\/\/new\.example\.com\/\.well-known\/assetlinks\.json: .+ \[serving\/not-found\]/
assert runs[0].contains('[INFO] new.example.com: pass')
assert runs[0].contains('BUILD SUCCESS')

assert runs[1] =~ /\[ERROR\] https:\/\/moved\.example\.com\/\.well-known\/assetlinks\.json: .+ \[serving\/redirect\]/
assert runs[1].contains(' at moved.example.com. "mvn wellknown:rules -Dwellknown.rule=serving/redirect"')
assert runs[1].contains('MojoFailureException')
assert !runs[1].contains('apple')
