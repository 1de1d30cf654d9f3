package dev.wellknown.fetch.faults;

import java.io.IOException;
import java.net.Socket;
import java.util.function.Consumer;
import javax.net.ssl.SSLSocket;

/** What a server does with a connection. It is closed afterwards. */
@FunctionalInterface
public interface Behaviour {

  void serve(Socket socket) throws IOException;

  /** What it does above TLS. */
  @FunctionalInterface
  interface Above {
    void serve(Conversation conversation) throws IOException;
  }

  /** What it does for each request on a connection that it keeps. */
  @FunctionalInterface
  interface PerRequest {
    void serve(Conversation conversation, String path) throws IOException;
  }

  /** TLS as it should be, and then something. */
  static Behaviour tls(Identity identity, Above above) {
    return tls(identity, socket -> {}, above);
  }

  /** TLS with a peculiarity, and then something. */
  static Behaviour tls(Identity identity, Consumer<SSLSocket> peculiarity, Above above) {
    var factory = identity.context().getSocketFactory();
    return socket -> {
      SSLSocket tls = (SSLSocket) factory.createSocket(socket, null, socket.getPort(), true);
      tls.setUseClientMode(false);
      peculiarity.accept(tls);
      tls.startHandshake();
      Conversation conversation = new Conversation(socket, tls);
      above.serve(conversation);
      conversation.close();
    };
  }

  /** Goes on until the client ends the connection or asks for its end. */
  static Above kept(PerRequest each) {
    return conversation -> {
      for (String path = conversation.next(); path != null; path = conversation.next()) {
        each.serve(conversation, path);
        if (conversation.asked("Connection: close")) {
          return;
        }
      }
    };
  }
}
