package org.airshed.platform.sharing.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.airshed.platform.database.HomeFolder;
import org.airshed.platform.sharing.ExportQuery;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The files of exports: written beside their place and renamed, so that none is half a file. */
@Component
@EnableConfigurationProperties(SharingSettings.class)
class ExportFolder {
    private static final String DRAFT = ".part";
    private final Path folder;

    ExportFolder(SharingSettings settings, @Value("${airshed.home:}") String home) {
        this.folder = settings.folder(HomeFolder.of(home));
    }

    /** Where an export's file stands when it is complete. */
    Path file(UUID export, ExportQuery query) {
        return folder.resolve(export + "." + query.format().code());
    }

    /** An empty draft of this attempt; those of earlier ones are removed. */
    Path draft(UUID export, int attempt) throws IOException {
        Files.createDirectories(
                folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        for (Path left : startingWith(export + ".")) {
            Files.deleteIfExists(left);
        }
        return Files.createFile(
                folder.resolve(export + "." + attempt + DRAFT),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    void complete(Path draft, UUID export, ExportQuery query) throws IOException {
        Files.move(
                draft,
                file(export, query),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** Removes whatever there is of an export. */
    void remove(UUID export) throws IOException {
        for (Path file : startingWith(export + ".")) {
            Files.deleteIfExists(file);
        }
    }

    private List<Path> startingWith(String name) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(name)).toList();
        }
    }
}
