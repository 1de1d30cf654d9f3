package dev.wellknown.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressKindTest {

  @ParameterizedTest
  @CsvSource({
    "8.8.8.8, GLOBAL",
    "1.1.1.1, GLOBAL",
    "100.63.255.255, GLOBAL",
    "100.128.0.0, GLOBAL",
    "172.15.255.255, GLOBAL",
    "172.32.0.0, GLOBAL",
    "198.17.255.255, GLOBAL",
    "198.20.0.0, GLOBAL",
    "192.0.1.1, GLOBAL",
    "223.255.255.255, GLOBAL",
    "0.0.0.0, NO_HOST",
    "0.1.2.3, NO_HOST",
    "10.0.0.1, PRIVATE",
    "100.64.0.1, PRIVATE",
    "100.127.255.255, PRIVATE",
    "172.16.0.1, PRIVATE",
    "172.31.255.255, PRIVATE",
    "192.168.1.1, PRIVATE",
    "127.0.0.1, LOOPBACK",
    "127.255.255.255, LOOPBACK",
    "169.254.169.254, LINK_LOCAL",
    "192.0.0.1, SPECIAL",
    "192.0.2.1, SPECIAL",
    "192.88.99.1, SPECIAL",
    "198.18.0.1, SPECIAL",
    "198.19.255.255, SPECIAL",
    "198.51.100.1, SPECIAL",
    "203.0.113.1, SPECIAL",
    "224.0.0.1, NO_HOST",
    "239.1.2.3, NO_HOST",
    "240.0.0.1, SPECIAL",
    "255.255.255.255, NO_HOST",
    "2606:4700::1111, GLOBAL",
    "2a00:1450::1, GLOBAL",
    "::, NO_HOST",
    "::1, LOOPBACK",
    "::7f00:1, SPECIAL",
    "::ffff:0:7f00:1, SPECIAL",
    "::ffff:10.0.0.1, PRIVATE",
    "::ffff:8.8.8.8, GLOBAL",
    "::ffff:169.254.1.1, LINK_LOCAL",
    "::a9fe:a9fe, LINK_LOCAL",
    "64:ff9b::7f00:1, LOOPBACK",
    "64:ff9b::a00:1, PRIVATE",
    "64:ff9b::a9fe:a9fe, LINK_LOCAL",
    "64:ff9b::808:808, GLOBAL",
    "64:ff9b:1::808:808, SPECIAL",
    "2002:7f00:1::, SPECIAL",
    "2002:808:808::, SPECIAL",
    "2002:a9fe:a9fe::, LINK_LOCAL",
    "2001::1, SPECIAL",
    "2001:db8::1, SPECIAL",
    "3fff::1, SPECIAL",
    "100::1, SPECIAL",
    "5f00::1, SPECIAL",
    "4000::1, SPECIAL",
    "fc00::1, PRIVATE",
    "fd00:ec2::254, PRIVATE",
    "fe80::1, LINK_LOCAL",
    "febf::1, LINK_LOCAL",
    "fec0::1, PRIVATE",
    "ff02::1, NO_HOST"
  })
  void knowsWhatSortOfMachineAnAddressCanBelongTo(String address, AddressKind kind)
      throws UnknownHostException {
    assertThat(AddressKind.of(InetAddress.getByName(address))).isEqualTo(kind);
  }
}
