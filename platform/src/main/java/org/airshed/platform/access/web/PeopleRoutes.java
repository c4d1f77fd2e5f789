package org.airshed.platform.access.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.airshed.platform.access.NewPerson;
import org.airshed.platform.access.People;
import org.airshed.platform.access.Person;
import org.airshed.platform.access.Standing;
import org.airshed.platform.rights.ActKind;
import org.airshed.platform.rights.Authority;
import org.airshed.platform.rights.Dataset;
import org.airshed.platform.rights.ForActors;
import org.airshed.platform.rights.ForReaders;
import org.airshed.platform.rights.Sight;
import org.airshed.platform.server.BilingualText;
import org.airshed.platform.server.Page;
import org.airshed.platform.server.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The register of people. */
@RestController
final class PeopleRoutes {
    private final People people;

    PeopleRoutes(People people) {
        this.people = people;
    }

    @ForReaders(Dataset.PEOPLE)
    @GetMapping("/api/v1/people")
    @Operation(operationId = "people", summary = "The people you may see, by login")
    Page<PersonDocument> people(Sight sight, Paging paging) {
        Page<Person> page = people.people(paging);
        return new Page<>(page.items().stream().map(PeopleRoutes::document).toList(), page.next());
    }

    @ForActors(ActKind.MANAGE_PEOPLE)
    @PostMapping("/api/v1/people")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "createPerson",
            summary = "Enter a person; answers their password for one sign-in, shown only now")
    AdmissionDocument create(Authority authority, @Valid @RequestBody PersonEntry entry) {
        return document(
                people.create(
                        authority,
                        new NewPerson(
                                entry.login(),
                                entry.zhName(),
                                entry.enName(),
                                Optional.ofNullable(entry.email()),
                                Entered.of("jurisdiction", entry.jurisdiction()),
                                false)));
    }

    @ForActors(ActKind.MANAGE_PEOPLE)
    @PostMapping("/api/v1/people/{person}/disable")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "disablePerson", summary = "Close an account with all its sessions")
    void disable(
            Authority authority,
            @Parameter(description = "The person's id") @PathVariable UUID person) {
        people.disable(authority, person);
    }

    @ForActors(ActKind.MANAGE_PEOPLE)
    @PostMapping("/api/v1/people/{person}/unlock")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "unlockPerson", summary = "Forget a person's failed sign-ins")
    void unlock(
            Authority authority,
            @Parameter(description = "The person's id") @PathVariable UUID person) {
        people.unlock(authority, person);
    }

    @ForActors(ActKind.MANAGE_PEOPLE)
    @PostMapping("/api/v1/people/{person}/password")
    @Operation(
            operationId = "resetPassword",
            summary = "Give a person a new password for one sign-in, shown only now")
    AdmissionDocument resetPassword(
            Authority authority,
            @Parameter(description = "The person's id") @PathVariable UUID person) {
        return document(people.resetPassword(authority, person));
    }

    @ForActors(ActKind.MANAGE_PEOPLE)
    @PostMapping("/api/v1/people/{person}/identities")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "linkIdentity",
            summary = "Let a person sign in by an account of an identity provider")
    void link(
            Authority authority,
            @Parameter(description = "The person's id") @PathVariable UUID person,
            @Valid @RequestBody IdentityEntry identity) {
        people.linkIdentity(authority, person, identity.issuer(), identity.subject());
    }

    private static AdmissionDocument document(People.Admission admission) {
        return new AdmissionDocument(document(admission.person()), admission.oneTimePassword());
    }

    private static PersonDocument document(Person person) {
        return new PersonDocument(
                person.id(),
                person.login(),
                new BilingualText(person.zhName(), person.enName()),
                person.email(),
                person.jurisdiction().code(),
                switch (person.standing()) {
                    case Standing.Active() -> "active";
                    case Standing.Locked(var until) -> "locked";
                    case Standing.Disabled(var since) -> "disabled";
                },
                switch (person.standing()) {
                    case Standing.Active() -> Optional.empty();
                    case Standing.Locked(var until) -> Optional.of(until);
                    case Standing.Disabled(var since) -> Optional.of(since);
                },
                person.demonstration());
    }

    /** A person to be entered, as sent. */
    @Schema(name = "PersonEntry", description = "A person to be entered.")
    record PersonEntry(
            @Schema(description = "The login", example = "li.ming") @NotBlank @Size(max = 100)
                    String login,
            @Schema(description = "The name in Chinese", example = "李明") @NotBlank @Size(max = 100)
                    String zhName,
            @Schema(description = "The name in Latin letters", example = "Li Ming")
                    @NotBlank
                    @Size(max = 100)
                    String enName,
            @Schema(description = "The e-mail address") @Size(max = 200) @Nullable String email,
            @Schema(description = "Whose staff they are", example = "130000") @NotNull
                    String jurisdiction) {}

    /** An account elsewhere, as sent. */
    @Schema(name = "IdentityEntry", description = "An account of an identity provider.")
    record IdentityEntry(
            @Schema(description = "The provider's issuer") @NotBlank @Size(max = 500) String issuer,
            @Schema(description = "The provider's name for the person") @NotBlank @Size(max = 500)
                    String subject) {}

    /** A person, as sent. */
    @Schema(name = "Person", description = "Somebody who works with the platform.")
    record PersonDocument(
            @Schema(description = "The id", requiredMode = Schema.RequiredMode.REQUIRED) UUID id,
            @Schema(description = "The login", requiredMode = Schema.RequiredMode.REQUIRED)
                    String login,
            @Schema(description = "The name", requiredMode = Schema.RequiredMode.REQUIRED)
                    BilingualText name,
            @Schema(description = "The e-mail address", type = "string") Optional<String> email,
            @Schema(description = "Whose staff", requiredMode = Schema.RequiredMode.REQUIRED)
                    String jurisdiction,
            @Schema(
                            description = "Whether they can sign in",
                            allowableValues = {"active", "locked", "disabled"},
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    String standing,
            @Schema(
                            description = "Locked until, or disabled since",
                            type = "string",
                            format = "date-time")
                    Optional<Instant> moment,
            @Schema(
                            description = "Whether they exist only to show the platform",
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    boolean demonstration) {}

    /** A person with a password, as sent once. */
    @Schema(name = "Admission", description = "A person and the password for one sign-in.")
    record AdmissionDocument(
            @Schema(description = "The person", requiredMode = Schema.RequiredMode.REQUIRED)
                    PersonDocument person,
            @Schema(
                            description = "The password; it is kept nowhere and shown only now",
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    String oneTimePassword) {}
}
