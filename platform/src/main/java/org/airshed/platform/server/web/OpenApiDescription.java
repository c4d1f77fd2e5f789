package org.airshed.platform.server.web;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.airshed.platform.rights.Authority;
import org.airshed.platform.rights.ForActors;
import org.airshed.platform.rights.ForReaders;
import org.airshed.platform.rights.ForSignedIn;
import org.airshed.platform.rights.Sight;
import org.airshed.platform.server.Language;
import org.airshed.platform.server.Paging;
import org.airshed.platform.server.ProblemDocument;
import org.airshed.platform.server.Words;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;

/**
 * The API's description: what every route has in common is said here once. Handlers say what is
 * their own with {@code @Operation}, {@code @Parameter} and {@code @Schema}.
 */
@Configuration(proxyBeanMethods = false)
class OpenApiDescription {
    private static final String PROBLEM_TYPE = "application/problem+json";
    private static final String RIGHTS = "x-airshed-rights";

    static {
        // Arguments the frame makes; no caller sends them.
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Authority.class, Sight.class, Paging.class);
    }

    @Bean
    OpenAPI api() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Airshed")
                                .version("v1")
                                .description(
                                        "Joint prevention and control of air pollution: shared"
                                                + " evidence, one chain of action. Conventions:"
                                                + " docs/guide/api.md.")
                                .license(new License().name("Apache-2.0")))
                .servers(List.of(new Server().url("/").description("This service")));
    }

    @Bean
    GlobalOperationCustomizer whatEveryOperationSays() {
        return (operation, handler) -> {
            operation.setTags(List.of(room(handler)));
            if (takesPaging(handler.getMethod())) {
                addPagingParameters(operation);
            }
            operation.addExtension(RIGHTS, rights(handler));
            addProblemResponses(operation, handler);
            return operation;
        };
    }

    @Bean
    GlobalOpenApiCustomizer whatTheWholeSays(Words words) {
        return api -> {
            ModelConverters.getInstance(true)
                    .readAll(ProblemDocument.class)
                    .forEach((name, schema) -> api.getComponents().addSchemas(name, schema));
            Set<String> rooms = new TreeSet<>();
            api.getPaths()
                    .values()
                    .forEach(path ->
                            path.readOperations()
                                    .forEach(operation -> rooms.addAll(operation.getTags())));
            api.setTags(
                    rooms.stream()
                            .map(room ->
                                    new Tag()
                                            .name(room)
                                            .description(
                                                    words.findSentence(
                                                                    "api.tag." + room, Language.EN)
                                                            .orElse("")))
                            .toList());
        };
    }

    private static String room(HandlerMethod handler) {
        String below =
                handler.getBeanType().getName().replaceFirst("^org\\.airshed\\.platform\\.", "");
        return below.substring(0, below.indexOf('.')).toLowerCase(Locale.ROOT);
    }

    private static boolean takesPaging(Method method) {
        return Arrays.asList(method.getParameterTypes()).contains(Paging.class);
    }

    private static void addPagingParameters(Operation operation) {
        Schema<?> limit = new IntegerSchema();
        limit.setMinimum(BigDecimal.ONE);
        limit.setMaximum(BigDecimal.valueOf(Paging.MOST_ROWS));
        limit.setDefault(Paging.USUAL_ROWS);
        operation.addParametersItem(
                new Parameter()
                        .in("query")
                        .name("limit")
                        .description("The most rows to answer")
                        .required(false)
                        .example(Paging.USUAL_ROWS)
                        .schema(limit));
        operation.addParametersItem(
                new Parameter()
                        .in("query")
                        .name("cursor")
                        .description(
                                "Where to go on, as given in `next` of the page before; belongs to"
                                        + " the same path and filters")
                        .required(false)
                        .schema(new StringSchema()));
    }

    /** Whom the route is for, in one word and what it is about. */
    private static String rights(HandlerMethod handler) {
        ForActors actors = handler.getMethodAnnotation(ForActors.class);
        ForReaders readers = handler.getMethodAnnotation(ForReaders.class);
        if (actors != null) {
            return "actors:" + actors.value().code();
        }
        if (readers != null) {
            return "readers:" + readers.value().code();
        }
        return handler.hasMethodAnnotation(ForSignedIn.class) ? "signed-in" : "open";
    }

    private static void addProblemResponses(Operation operation, HandlerMethod handler) {
        ApiResponses responses = operation.getResponses();
        addProblem(responses, "400", "The request is wrong; the problem says where");
        if (handler.hasMethodAnnotation(ForSignedIn.class)
                || handler.hasMethodAnnotation(ForActors.class)) {
            addProblem(responses, "401", "Nobody is signed in");
        }
        if (handler.hasMethodAnnotation(ForActors.class)) {
            addProblem(responses, "403", "No mandate allows this act there");
        }
        if (operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(p -> "path".equals(p.getIn()))) {
            addProblem(responses, "404", "There is no such thing, or none you may see");
        }
        if (operation.getRequestBody() != null) {
            addProblem(responses, "415", "The body is of a type this route does not read");
        }
        addProblem(responses, "429", "Too many requests");
        addProblem(responses, "default", "Any other problem");
    }

    private static void addProblem(ApiResponses responses, String status, String description) {
        ApiResponse known = responses.get(status);
        if (known != null && known.getContent() != null) {
            return;
        }
        String said =
                known == null || known.getDescription() == null
                        ? description
                        : known.getDescription();
        responses.addApiResponse(
                status,
                new ApiResponse()
                        .description(said)
                        .content(
                                new Content()
                                        .addMediaType(
                                                PROBLEM_TYPE,
                                                new MediaType()
                                                        .schema(
                                                                new Schema<>()
                                                                        .$ref(
                                                                                "#/components/schemas/Problem")))));
    }
}
