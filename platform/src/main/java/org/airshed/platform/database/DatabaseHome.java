package org.airshed.platform.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * The folder of one installation and what stands in it: {@code data/}, the unpacked server, its
 * log, the superuser's password, the port.
 */
record DatabaseHome(Path folder) {
    static final FileAttribute<Set<PosixFilePermission>> SECRET =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /** Reached by the server's system user, listed by nobody else. */
    private static final FileAttribute<Set<PosixFilePermission>> PASSABLE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x"));

    static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    Path data() {
        return folder.resolve("data");
    }

    Path log() {
        return folder.resolve("postgresql.log");
    }

    Path passwordFile() {
        return folder.resolve("postgresql.password");
    }

    private Path portFile() {
        return folder.resolve("postgresql.port");
    }

    /** Creates the folder where missing and proves that files can be made in it. */
    void prepare() {
        try {
            Files.createDirectories(folder, PASSABLE);
            Files.delete(Files.createTempFile(folder, ".writable", ""));
        } catch (IOException refused) {
            if (DiskSpace.isExhausted(refused)) {
                throw new DatabaseUnavailable(
                        DatabaseTrouble.DISK_FULL, refused, folder.toString());
            }
            throw new DatabaseUnavailable(
                    DatabaseTrouble.HOME_NOT_WRITABLE,
                    refused,
                    folder.toString(),
                    System.getProperty("user.name"));
        }
    }

    /**
     * Held by the process that starts and stops the server; the operating system gives it back when
     * that process dies, however it dies.
     */
    Optional<FileLock> tryLock() throws IOException {
        FileChannel channel =
                FileChannel.open(
                        folder.resolve("postgresql.lock"),
                        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                        SECRET);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(lock);
            }
        } catch (OverlappingFileLockException heldByThisProcess) {
            // Then this process has started the server already: attach, and leave it to the first.
        }
        channel.close();
        return Optional.empty();
    }

    /** The superuser's password, made before the first start. */
    String password() throws IOException {
        if (!Files.exists(passwordFile())) {
            if (Files.exists(data().resolve("PG_VERSION"))) {
                throw new DatabaseUnavailable(
                        DatabaseTrouble.PASSWORD_FILE_MISSING,
                        passwordFile().toString(),
                        data().toString());
            }
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            writeWhole(passwordFile(), HexFormat.of().formatHex(random));
        }
        return Files.readString(passwordFile()).strip();
    }

    Optional<Integer> rememberedPort() throws IOException {
        if (!Files.exists(portFile())) {
            return Optional.empty();
        }
        String text = Files.readString(portFile()).strip();
        return text.matches("[1-9][0-9]{3,4}")
                ? Optional.of(Integer.valueOf(text))
                : Optional.empty();
    }

    void rememberPort(int port) throws IOException {
        writeWhole(portFile(), Integer.toString(port));
    }

    /** Never half a file, readable by its owner only. */
    private void writeWhole(Path file, String text) throws IOException {
        Path draft = Files.createTempFile(folder, ".draft", "", SECRET);
        Files.writeString(draft, text + "\n");
        Files.move(
                draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
