context.sites.close()
def runs = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1)
assert runs.length == 2
def port = context.sites.proxyPort()

assert runs.every { it.contains("[INFO] under the condition: proxy localhost:") }
assert runs.every { it.contains('[INFO] shop.example.com: pass (apple-cdn pass, ') }
assert !runs[0].contains('connectTo')
assert runs[1] =~ /\[INFO\] under the condition: connectTo shop\.example\.com:443:localhost:\d+/
// By the first run alone.
assert context.sites.proxied() ==
    ['CONNECT shop.example.com:443 HTTP/1.1 Proxy-Authorization: Basic ' + 'me:secret'.bytes.encodeBase64()]
assert !runs.any { it.contains('secret') }
