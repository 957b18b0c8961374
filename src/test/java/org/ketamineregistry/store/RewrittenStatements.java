package org.ketamineregistry.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.function.UnaryOperator;

/** A connection that prepares other statements than those that it is asked for. */
final class RewrittenStatements {
  private RewrittenStatements() {}

  /** The same connection, with each text that is prepared changed. */
  static Connection over(Connection connection, UnaryOperator<String> change) {
    return (Connection)
        Proxy.newProxyInstance(
            RewrittenStatements.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("prepareStatement")) {
                arguments[0] = change.apply((String) arguments[0]);
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
