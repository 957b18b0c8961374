package org.ketamineregistry.bench;

import ca.uhn.fhir.rest.server.RestfulServer;
import org.ketamineregistry.audit.AuditTrail;
import org.ketamineregistry.server.AccessToReading;
import org.ketamineregistry.server.ConsentOnReading;
import org.ketamineregistry.server.ReadAudit;
import org.ketamineregistry.server.RegistryServer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The registry without what decides about reading and without its audit, to measure what they cost.
 * It is taken apart from outside: the product has no switch for it.
 */
final class BareServer {
  private BareServer() {}

  public static void main(String[] arguments) {
    var application = new SpringApplication(RegistryServer.class);
    application.addInitializers(
        (ApplicationContextInitializer<GenericApplicationContext>)
            context ->
                context.registerBean(
                    "noAudit",
                    AuditTrail.class,
                    () -> entry -> {},
                    definition -> definition.setPrimary(true)));
    application.addListeners(
        (ApplicationListener<ApplicationReadyEvent>)
            ready ->
                ready
                    .getApplicationContext()
                    .getBean(RestfulServer.class)
                    .getInterceptorService()
                    .unregisterInterceptorsIf(BareServer::isLeftOut));
    application.run(arguments);
  }

  private static boolean isLeftOut(Object interceptor) {
    return interceptor instanceof ConsentOnReading
        || interceptor instanceof AccessToReading
        || interceptor instanceof ReadAudit;
  }
}
