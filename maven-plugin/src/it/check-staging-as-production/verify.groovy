context.sites.close()
def runs = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1)
assert runs.length == 4

assert runs[0] =~ /\[INFO\] under the condition: connectTo shop\.example\.com:443:localhost:\d+/
assert runs[0].contains('[INFO] under the condition: cacert ca.pem')
assert runs[0].contains('[INFO] shop.example.com: pass (apple-cdn pass, ')
assert !runs[0].contains('[WARNING]')
assert runs[0].contains('BUILD SUCCESS')

assert runs[1] =~ /\[ERROR\] https:\/\/shop\.example\.com\/\.well-known\/.+ \[agreement\/app-missing\]/
assert runs[1].contains('[INFO] shop.example.com: fail (apple-cdn fail, ')
assert runs[1].contains(' at shop.example.com. "mvn wellknown:rules -Dwellknown.rule=agreement/app-missing"')
assert runs[1].contains('MojoFailureException')

assert runs[2] =~ /\[INFO\] https:\/\/shop\.example\.com\/\.well-known\/.+ \[agreement\/app-missing\]/
assert runs[2] =~ /\[WARNING\] .+ \[agreement\/app-unregistered\]/
assert runs[2].contains('[INFO] shop.example.com: pass (apple-cdn pass, ')
assert runs[2].contains('BUILD SUCCESS')

assert runs[3] =~ /\[ERROR\] https:\/\/uncertified\.example\.com\/.+ \[serving\/certificate-wrong-host\]/
assert runs[3] =~ /\[ERROR\] https:\/\/app\.localhost\/.+ \[serving\/private-address\]/
assert runs[3].contains(' at uncertified.example.com, app.localhost. "mvn wellknown:rules ')
assert runs[3].contains('MojoFailureException')
