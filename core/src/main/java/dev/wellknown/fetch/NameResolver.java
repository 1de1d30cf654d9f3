package dev.wellknown.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a name. Asked at most once at a time for each name. */
@FunctionalInterface
public interface NameResolver {

  /** The one that the JVM uses. It does not tell a name without addresses from an unknown one. */
  NameResolver SYSTEM = name -> List.of(InetAddress.getAllByName(name));

  /**
   * The addresses of a name in the order in which they are to be tried.
   *
   * @param name in lower case, without a final dot
   * @throws UnknownHostException where the name does not exist or nobody could say
   */
  List<InetAddress> resolve(String name) throws UnknownHostException;
}
