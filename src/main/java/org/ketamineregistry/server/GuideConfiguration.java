package org.ketamineregistry.server;

import org.ketamineregistry.guide.SiteFiles;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the guide's site at its address. */
@Configuration
class GuideConfiguration {

  @Bean
  ServletRegistrationBean<GuideServlet> guideServlet() {
    var registration =
        new ServletRegistrationBean<>(
            new GuideServlet(SiteFiles::built), GuideServlet.BASE, GuideServlet.BASE + "/*");
    registration.setName("guide");
    return registration;
  }
}
