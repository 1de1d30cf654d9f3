context.sites = dev.wellknown.maven.Sites.open(basedir)
// Encrypted with the master password in security.xml.
def password = '{ZYj3PlHT//4Hl4Wt6EO7wMAmh1XM0mjcAsf3Ykinos4=}'
def settings = { name, except -> new File(basedir, name).text = """<settings>
  <proxies>
    <proxy>
      <id>off</id>
      <active>false</active>
      <protocol>https</protocol>
      <host>nowhere.example.com</host>
      <port>1</port>
    </proxy>
    <proxy>
      <id>on</id>
      <protocol>http</protocol>
      <host>localhost</host>
      <port>${context.sites.proxyPort()}</port>
      <username>me</username>
      <password>$password</password>
      <nonProxyHosts>$except</nonProxyHosts>
    </proxy>
  </proxies>
</settings>
""" }
settings('proxy.xml', 'example.com|*.shop.example.com')
settings('around.xml', 'example.org|*.example.com')
true
