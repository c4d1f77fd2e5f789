package org.airshed.platform.server.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import org.airshed.platform.rights.OpenToAll;
import org.airshed.platform.server.BilingualText;
import org.airshed.platform.server.DataLabel;
import org.airshed.platform.server.ServiceSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a page must know before it shows anything. */
@RestController
final class ServiceRoutes {
    private final ServiceSettings settings;
    private final ObjectProvider<DataLabel> dataLabel;
    private final ObjectProvider<BuildProperties> build;

    ServiceRoutes(
            ServiceSettings settings,
            ObjectProvider<DataLabel> dataLabel,
            ObjectProvider<BuildProperties> build) {
        this.settings = settings;
        this.dataLabel = dataLabel;
        this.build = build;
    }

    @OpenToAll
    @GetMapping("/api/v1/service")
    @Operation(
            operationId = "service",
            summary = "What this service is: version, mode, and the label of its data")
    Service service() {
        DataLabel label = dataLabel.getIfAvailable();
        BuildProperties built = build.getIfAvailable();
        String version = built == null ? null : built.getVersion();
        return new Service(
                version == null ? "unbuilt" : version,
                settings.mode().code(),
                label != null && label.synthetic(),
                label == null ? new BilingualText("", "") : label.text(),
                settings.zone().getId());
    }

    /** The service, as sent. */
    @Schema(name = "Service", description = "What this service is.")
    record Service(
            @Schema(
                            description = "The version that runs",
                            example = "0.1.0",
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    String version,
            @Schema(
                            description = "Demonstration or in earnest",
                            allowableValues = {"demo", "serve"},
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    String mode,
            @Schema(
                            description = "Whether the readings were computed rather than measured",
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    boolean synthetic,
            @Schema(
                            description = "What to say about the data beside every figure",
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    BilingualText dataLabel,
            @Schema(
                            description =
                                    "Time zone of pages that show no jurisdiction of their own",
                            example = "Asia/Shanghai",
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    String zone) {}
}
