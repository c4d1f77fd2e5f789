package org.airshed.platform.access.web;

import java.util.Objects;
import org.airshed.platform.rights.Authority;
import org.airshed.platform.rights.Sight;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands a handler the authority or the sight that {@link RightsInterceptor} found. */
final class RightsArguments implements HandlerMethodArgumentResolver {
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
            @Nullable WebDataBinderFactory binder) {
        return Objects.requireNonNull(
                request.getAttribute(
                        parameter.getParameterType().getName(), RequestAttributes.SCOPE_REQUEST),
                "a handler takes what its route declares");
    }
}
