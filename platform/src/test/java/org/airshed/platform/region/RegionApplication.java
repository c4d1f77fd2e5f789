package org.airshed.platform.region;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.airshed.platform.database.ConnectionContext;
import org.airshed.platform.database.RoomSchema;
import org.airshed.platform.rights.ActKind;
import org.airshed.platform.rights.Authority;
import org.airshed.platform.rights.Dataset;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.rights.PlatformActor;
import org.airshed.platform.rights.Sight;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The rooms up to region, without doors: who acts is said by the test. No stereotype on purpose:
 * the scan of the whole server must not find it.
 */
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
            "org.springframework.modulith.events.jdbc.JdbcEventPublicationAutoConfiguration",
            "org.springframework.modulith.events.config.EventPublicationAutoConfiguration",
        })
@ComponentScan(
        basePackages = {
            "org.airshed.platform.server",
            "org.airshed.platform.notary",
            "org.airshed.platform.region"
        },
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Test.*"))
@ComponentScan(
        basePackages = "org.airshed.platform",
        useDefaultFilters = false,
        includeFilters = {
            @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = RoomSchema.class),
            @ComponentScan.Filter(
                    type = FilterType.REGEX,
                    pattern = ".*\\.database\\.DatabaseConfiguration")
        })
class RegionApplication implements WebMvcConfigurer {
    static final UUID PLATFORM = UUID.fromString("00000000-0000-7000-8000-000000000001");
    static final UUID MANDATE = UUID.fromString("019ab2c4-7d11-7c3e-9a55-3f0d5a2b9e11");

    /** What a mandate of the test reaches. */
    static Set<JurisdictionCode> reach = Set.of();

    static Authority authority() {
        return new Authority(
                PLATFORM,
                ActKind.CHANGE_REGION,
                reach.stream().collect(Collectors.toMap(code -> code, code -> MANDATE)));
    }

    static Set<JurisdictionCode> codes(String... codes) {
        return java.util.Arrays.stream(codes)
                .map(JurisdictionCode::new)
                .collect(Collectors.toSet());
    }

    @Bean
    ConnectionContext viewer() {
        Map<String, String> platform = new HashMap<>();
        platform.put("airshed.person", PLATFORM.toString());
        return () -> Map.copyOf(platform);
    }

    /** The platform's mandate reaches what is shipped and one county more. */
    @Bean
    PlatformActor platformActor() {
        return new PlatformActor() {
            @Override
            public <R extends @Nullable Object> R act(
                    ActKind kind, Function<Authority, ? extends R> work) {
                return work.apply(everywhere());
            }
        };
    }

    static Authority everywhere() {
        Map<JurisdictionCode, UUID> reached = new HashMap<>();
        for (int code = 110000; code < 420000; code += code < 419000 ? 100 : 1) {
            reached.put(new JurisdictionCode(String.valueOf(code)), MANDATE);
        }
        reached.put(new JurisdictionCode("130984"), MANDATE);
        return new Authority(PLATFORM, ActKind.CHANGE_REGION, reached);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Doors());
    }

    private static final class Doors implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Authority.class
                    || parameter.getParameterType() == Sight.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return parameter.getParameterType() == Authority.class
                    ? authority()
                    : new Sight(Dataset.ACTS, Optional.of(PLATFORM), reach);
        }
    }
}
