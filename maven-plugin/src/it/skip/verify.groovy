def log = new File(basedir, 'build.log').text
assert log.count('[INFO] wellknown.skip is set: nothing is done') == 3
assert !log.contains('registration/')
assert !new File(basedir, 'target/classes').exists()
