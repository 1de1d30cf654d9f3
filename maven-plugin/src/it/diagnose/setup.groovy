context.sites = dev.wellknown.maven.Sites.open(basedir)
true
