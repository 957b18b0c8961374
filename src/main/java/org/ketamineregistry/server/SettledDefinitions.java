package org.ketamineregistry.server;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.stereotype.Component;

/**
 * Tells Spring that all definitions of beans are there. Spring itself does so after the web server
 * was made; but nearly all beans are made for the web server, and until then each injection looks
 * at all definitions anew, hundreds of them for each field of each of HAPI's data access objects: a
 * third of the time of a start.
 */
@Component
final class SettledDefinitions implements BeanFactoryPostProcessor {

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
    beans.freezeConfiguration();
  }
}
