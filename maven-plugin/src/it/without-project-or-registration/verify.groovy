def log = new File(basedir, 'build.log').text
assert log.contains('there is neither a project nor a wellknown.yaml in ')
assert log.contains('; say where the registration is with -Dwellknown.registration=FILE')
