package org.airshed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The guide holds the usage text of every command word for word. To write it anew after a change:
 * run this test with {@code -Dairshed.guide.write=true}.
 */
class CliGuideTest {
    private static final String BEGIN = "<!-- usage: written by CliGuideTest -->\n";
    private static final String END = "<!-- end of usage -->\n";
    private static final Path GUIDE =
            Path.of(System.getProperty("airshed.root", ".."), "docs", "guide", "cli.md");

    @Test
    void everyCommandAndOptionStandsInTheGuide() throws IOException {
        String guide = Files.readString(GUIDE);
        int begin = guide.indexOf(BEGIN) + BEGIN.length();
        int end = guide.indexOf(END);
        assertThat(begin).isGreaterThan(BEGIN.length());
        assertThat(end).isGreaterThanOrEqualTo(begin);
        String usage = usage();
        if (Boolean.getBoolean("airshed.guide.write")) {
            Files.writeString(GUIDE, guide.substring(0, begin) + usage + guide.substring(end));
            return;
        }
        assertThat(guide.substring(begin, end))
                .as("write the guide anew: run CliGuideTest with -Dairshed.guide.write=true")
                .isEqualTo(usage);
    }

    @Test
    void everyOptionHasADescription() {
        for (CommandLine command : commands()) {
            for (OptionSpec option : command.getCommandSpec().options()) {
                assertThat(option.description())
                        .as(command.getCommandSpec().qualifiedName() + " " + option.longestName())
                        .isNotEmpty();
            }
            assertThat(command.getCommandSpec().usageMessage().header()).isNotEmpty();
        }
    }

    private static String usage() {
        StringBuilder usage = new StringBuilder();
        for (CommandLine command : commands()) {
            usage.append("\n## ")
                    .append(command.getCommandSpec().qualifiedName())
                    .append("\n```\n")
                    .append(command.getUsageMessage(Ansi.OFF).replace("\r\n", "\n"))
                    .append("```\n");
        }
        return usage.toString();
    }

    private static List<CommandLine> commands() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        List<CommandLine> commands = new ArrayList<>();
        collect(Airshed.commandLine(nowhere, nowhere), commands);
        assertThat(commands).hasSizeGreaterThanOrEqualTo(5);
        return commands;
    }

    private static void collect(CommandLine command, List<CommandLine> commands) {
        commands.add(command);
        for (CommandLine below : command.getSubcommands().values()) {
            if (!below.getCommandName().equals("help")) {
                collect(below, commands);
            }
        }
    }
}
