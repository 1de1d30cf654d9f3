context.sites = dev.wellknown.maven.Sites.open(basedir)
new File(basedir, 'uncertified.properties').text = """
wellknown.cacert = ca.pem
wellknown.connectTo = uncertified.example.com:443:localhost:${context.sites.port()}
"""
true
