package org.airshed.platform.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.airshed.platform.rights.ActRefused;
import org.airshed.platform.server.Problem;
import org.airshed.platform.server.Refusal;
import org.airshed.platform.server.Violation;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;

/** Which problem an exception is. */
final class ProblemOfException {
    private ProblemOfException() {}

    static Problem of(Throwable thrown, HttpServletRequest request) {
        return switch (thrown) {
            case Refusal refusal -> refusal.problem();
            case ActRefused refused ->
                    new Problem(
                            403,
                            "server.act-refused",
                            Map.of(
                                    "act", refused.kind().code(),
                                    "jurisdiction", refused.jurisdiction().value()));
            case NoResourceFoundException _ -> routeUnknown(request);
            case NoHandlerFoundException _ -> routeUnknown(request);
            case HttpRequestMethodNotSupportedException e ->
                    new Problem(
                            405,
                            "server.method-not-allowed",
                            Map.of(
                                    "method", e.getMethod(),
                                    "path", request.getRequestURI(),
                                    "allowed", listed(e.getSupportedMethods())));
            case HttpMediaTypeNotSupportedException e ->
                    new Problem(
                            415,
                            "server.media-type-not-supported",
                            Map.of(
                                    "value", String.valueOf(e.getContentType()),
                                    "expected", listed(e.getSupportedMediaTypes())));
            case HttpMediaTypeNotAcceptableException e ->
                    new Problem(
                            406,
                            "server.media-type-not-acceptable",
                            Map.of(
                                    "value", String.valueOf(request.getHeader("Accept")),
                                    "expected", listed(e.getSupportedMediaTypes())));
            case HttpMessageNotReadableException e -> unreadable(e);
            case MethodArgumentNotValidException e -> invalid(violations(e));
            case HandlerMethodValidationException e -> invalid(violations(e));
            case MethodArgumentTypeMismatchException e -> wrongParameter(e);
            case MissingServletRequestParameterException e ->
                    missing(e.getParameterName(), e.getParameterType());
            case MissingServletRequestPartException e -> missing(e.getRequestPartName(), "part");
            case MaxUploadSizeExceededException e ->
                    new Problem(
                            413,
                            "server.upload-too-large",
                            Map.of("maximum", bytes(e.getMaxUploadSize())));
            case MultipartException _ -> new Problem(400, "server.multipart-unreadable", Map.of());
            case CannotGetJdbcConnectionException _ -> databaseUnreachable();
            case CannotCreateTransactionException _ -> databaseUnreachable();
            case DataAccessResourceFailureException _ -> databaseUnreachable();
            case ErrorResponse other -> ofStatus(other.getStatusCode().value(), request);
            default -> ofStatus(500, request);
        };
    }

    /** The problem of a bare status, where nothing more is known. */
    static Problem ofStatus(int status, HttpServletRequest request) {
        return switch (status) {
            case 404 -> routeUnknown(request);
            case 500 -> new Problem(500, "server.unexpected", Map.of());
            default ->
                    status >= 400 && status < 600
                            ? new Problem(
                                    status,
                                    status < 500 ? "server.refused" : "server.failed",
                                    Map.of("status", String.valueOf(status)))
                            : new Problem(500, "server.unexpected", Map.of());
        };
    }

    /** Headers that belong to the answer, such as which methods are allowed. */
    static HttpHeaders headers(Throwable thrown) {
        return thrown instanceof ErrorResponse known ? known.getHeaders() : HttpHeaders.EMPTY;
    }

    private static Problem routeUnknown(HttpServletRequest request) {
        Object before = request.getAttribute("jakarta.servlet.error.request_uri");
        String path = before instanceof String asked ? asked : request.getRequestURI();
        return new Problem(404, "server.route-unknown", Map.of("path", path));
    }

    private static Problem databaseUnreachable() {
        return new Problem(503, "server.database-unreachable", Map.of());
    }

    private static Problem missing(String parameter, String type) {
        return new Problem(
                400, "server.parameter-missing", Map.of("place", parameter, "expected", type));
    }

    private static Problem wrongParameter(MethodArgumentTypeMismatchException e) {
        return new Problem(
                400,
                "server.parameter-invalid",
                Map.of(
                        "place", e.getName(),
                        "value", String.valueOf(e.getValue()),
                        "expected", typeName(e.getRequiredType())));
    }

    private static Problem unreadable(HttpMessageNotReadableException e) {
        if (e.getCause() instanceof DatabindException mismatch && !mismatch.getPath().isEmpty()) {
            String value =
                    mismatch instanceof InvalidFormatException format
                            ? String.valueOf(format.getValue())
                            : "?";
            Class<?> expected =
                    mismatch instanceof InvalidFormatException format
                            ? format.getTargetType()
                            : null;
            return new Problem(
                    400,
                    "server.field-invalid",
                    Map.of(
                            "place", place(mismatch),
                            "value", value,
                            "expected", typeName(expected)));
        }
        if (e.getCause() instanceof JacksonException broken) {
            TokenStreamLocation at = broken.getLocation();
            return new Problem(
                    400,
                    "server.json-malformed",
                    Map.of(
                            "line", at == null ? "?" : String.valueOf(at.getLineNr()),
                            "column", at == null ? "?" : String.valueOf(at.getColumnNr())));
        }
        return new Problem(400, "server.body-missing", Map.of());
    }

    private static String place(DatabindException mismatch) {
        return mismatch.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null
                                ? "[" + step.getIndex() + "]"
                                : "." + step.getPropertyName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static Problem invalid(List<Violation> violations) {
        Violation first =
                violations.isEmpty() ? new Violation("?", "?", "?") : violations.getFirst();
        return new Problem(
                400,
                "server.request-invalid",
                Map.of(
                        "place", first.place(),
                        "value", first.value(),
                        "expected", first.expected(),
                        "count", String.valueOf(violations.size())),
                violations);
    }

    private static List<Violation> violations(MethodArgumentNotValidException e) {
        return e.getBindingResult().getAllErrors().stream()
                .map(error ->
                        new Violation(
                                error instanceof FieldError field
                                        ? field.getField()
                                        : error.getObjectName(),
                                error instanceof FieldError field
                                        ? String.valueOf(field.getRejectedValue())
                                        : "",
                                Objects.toString(error.getDefaultMessage(), "")))
                .toList();
    }

    private static List<Violation> violations(HandlerMethodValidationException e) {
        return e.getParameterValidationResults().stream()
                .flatMap(result ->
                        result.getResolvableErrors().stream()
                                .map(error ->
                                        new Violation(
                                                Objects.toString(
                                                        result.getMethodParameter()
                                                                .getParameterName(),
                                                        "?"),
                                                String.valueOf(result.getArgument()),
                                                Objects.toString(error.getDefaultMessage(), ""))))
                .toList();
    }

    private static String typeName(@Nullable Class<?> type) {
        if (type == null) {
            return "?";
        }
        if (type.isEnum()) {
            return listed(type.getEnumConstants());
        }
        return switch (type.getSimpleName()) {
            case "int", "Integer", "long", "Long", "BigInteger" -> "1, 2, 3 …";
            case "double", "Double", "BigDecimal" -> "1.5 …";
            case "boolean", "Boolean" -> "true, false";
            case "Instant" -> "2026-03-01T00:00:00Z";
            case "LocalDate" -> "2026-03-01";
            default -> type.getSimpleName();
        };
    }

    private static String bytes(long bytes) {
        return bytes <= 0 ? "?" : bytes / (1024 * 1024) + " MiB";
    }

    private static String listed(Object @Nullable [] values) {
        return values == null ? "" : listed(List.of(values));
    }

    private static String listed(List<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
