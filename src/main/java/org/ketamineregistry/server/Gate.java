package org.ketamineregistry.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import org.ketamineregistry.access.OpenMode;
import org.ketamineregistry.profiles.Definitions;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementServerProperties;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;

/**
 * The gate before all doors. With an identity provider it lets nobody in without a token, save to
 * what is public; without one {@link LoopbackGuard} has said who may come. Both ways it puts the
 * security headers on what goes out, and lets no page of another origin read it.
 */
@Configuration
class Gate {
  private static final String NO_CONTENT_TO_RUN = "default-src 'none'; frame-ancestors 'none'";

  /**
   * Turns away encoded slashes and full stops, empty segments and parameters in a path. Methods,
   * headers and parameters are left to those who answer them in words.
   */
  @Bean
  OpenMode openMode(AccessSettings access) {
    return new OpenMode(!access.isGuarded());
  }

  @Bean
  HttpFirewall httpFirewall() {
    var firewall = new StrictHttpFirewall();
    firewall.setUnsafeAllowAnyHttpMethod(true);
    firewall.setAllowedHeaderNames(name -> true);
    firewall.setAllowedHeaderValues(value -> true);
    firewall.setAllowedParameterNames(name -> true);
    return firewall;
  }

  @Bean
  SecurityFilterChain gateFilters(
      HttpSecurity http,
      AccessSettings access,
      RateSettings rates,
      Definitions definitions,
      TokenRefusals refusals,
      ServerProperties server,
      ManagementServerProperties management,
      Clock clock)
      throws Exception {
    http.csrf(AbstractHttpConfigurer::disable)
        .cors(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .headers(Gate::headers);
    if (!access.isGuarded()) {
      return http.authorizeHttpRequests(all -> all.anyRequest().permitAll()).build();
    }
    var open = new PublicAddresses(definitions, ownPort(server, management));
    var limits = new RateLimits(rates);
    var check = new TokenCheck(new TokenReader(access, new KeyRing(access), clock), limits);
    return http.oauth2ResourceServer(
            tokens ->
                tokens
                    .authenticationManagerResolver(check)
                    .authenticationEntryPoint(refusals)
                    .accessDeniedHandler(refusals))
        .authorizeHttpRequests(
            all -> all.requestMatchers(open).permitAll().anyRequest().authenticated())
        .addFilterBefore(new AddressLimit(limits, refusals), BearerTokenAuthenticationFilter.class)
        .build();
  }

  /** Nothing is there in the open mode, where nobody needs a token. */
  @Bean
  ServletRegistrationBean<SmartConfiguration> smartConfiguration(
      AccessSettings access, ObjectMapper json) throws IOException {
    var registration =
        new ServletRegistrationBean<>(
            new SmartConfiguration(access, json), SmartConfiguration.PATH);
    registration.setEnabled(access.isGuarded());
    return registration;
  }

  private static int ownPort(ServerProperties server, ManagementServerProperties management) {
    Integer port = management.getPort();
    return port == null || port.equals(server.getPort()) ? 0 : port;
  }

  /** What a page says of itself goes before; HAPI's page to click through says nothing. */
  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
        .addHeaderWriter(
            new DelegatingRequestMatcherHeaderWriter(
                new NegatedRequestMatcher(RegistryApi::isAddressed),
                new StaticHeadersWriter("Content-Security-Policy", NO_CONTENT_TO_RUN)));
  }
}
