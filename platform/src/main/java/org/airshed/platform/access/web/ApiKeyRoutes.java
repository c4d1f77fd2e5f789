package org.airshed.platform.access.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.airshed.platform.access.ApiKey;
import org.airshed.platform.access.ApiKeys;
import org.airshed.platform.rights.ActKind;
import org.airshed.platform.rights.Authority;
import org.airshed.platform.rights.ForActors;
import org.airshed.platform.rights.ForSignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own API keys. */
@RestController
final class ApiKeyRoutes {
    private final ApiKeys keys;

    ApiKeyRoutes(ApiKeys keys) {
        this.keys = keys;
    }

    @ForSignedIn
    @GetMapping("/api/v1/api-keys")
    @Operation(operationId = "apiKeys", summary = "Your API keys, the newest first")
    List<ApiKeyDocument> keys() {
        return keys.keys().stream().map(ApiKeyRoutes::document).toList();
    }

    @ForActors(ActKind.ISSUE_API_KEY)
    @PostMapping("/api/v1/api-keys")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "issueApiKey", summary = "Issue yourself an API key, shown only now")
    IssuedKeyDocument issue(Authority authority, @Valid @RequestBody ApiKeyEntry entry) {
        ApiKeys.Issued issued =
                keys.issue(
                        authority,
                        entry.name(),
                        entry.words(),
                        Entered.of("scope", entry.scope()),
                        entry.expires());
        return new IssuedKeyDocument(document(issued.key()), issued.text());
    }

    @ForActors(ActKind.ISSUE_API_KEY)
    @DeleteMapping("/api/v1/api-keys/{key}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "revokeApiKey", summary = "End one of your API keys at once")
    void revoke(
            Authority authority, @Parameter(description = "The key's id") @PathVariable UUID key) {
        keys.revoke(authority, key);
    }

    private static ApiKeyDocument document(ApiKey key) {
        return new ApiKeyDocument(
                key.id(),
                key.name(),
                key.prefix(),
                key.words().stream().sorted().toList(),
                key.scope().code(),
                key.issued(),
                key.expires(),
                key.lastUsed(),
                key.revoked());
    }

    /** A key to be issued, as sent. */
    @Schema(name = "ApiKeyEntry", description = "An API key to be issued.")
    record ApiKeyEntry(
            @Schema(description = "What it is for") @NotBlank @Size(max = 100) String name,
            @Schema(description = "The acts and datasets it is good for") @NotEmpty
                    Set<String> words,
            @Schema(description = "The jurisdiction it covers with all below") @NotBlank
                    String scope,
            @Schema(description = "When it ends, within 366 days") @NotNull Instant expires) {}

    /** A key, as sent. */
    @Schema(name = "ApiKey", description = "A key by which a program acts for its person.")
    record ApiKeyDocument(
            @Schema(description = "The id", requiredMode = Schema.RequiredMode.REQUIRED) UUID id,
            @Schema(description = "What it is for", requiredMode = Schema.RequiredMode.REQUIRED)
                    String name,
            @Schema(description = "Its first letters", requiredMode = Schema.RequiredMode.REQUIRED)
                    String prefix,
            @Schema(
                            description = "The acts and datasets it is good for",
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    List<String> words,
            @Schema(description = "What it covers", requiredMode = Schema.RequiredMode.REQUIRED)
                    String scope,
            @Schema(description = "When it was issued", requiredMode = Schema.RequiredMode.REQUIRED)
                    Instant issued,
            @Schema(description = "When it ends", requiredMode = Schema.RequiredMode.REQUIRED)
                    Instant expires,
            @Schema(
                            description = "When it was last used, to the minute",
                            type = "string",
                            format = "date-time")
                    Optional<Instant> lastUsed,
            @Schema(description = "When it was revoked", type = "string", format = "date-time")
                    Optional<Instant> revoked) {}

    /** A key with its text, as sent once. */
    @Schema(name = "IssuedApiKey", description = "An API key and its text.")
    record IssuedKeyDocument(
            @Schema(description = "The key", requiredMode = Schema.RequiredMode.REQUIRED)
                    ApiKeyDocument key,
            @Schema(
                            description = "The text to send as Bearer; shown only now",
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    String text) {}
}
