package org.airshed.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.airshed.engine.receptormodel.Bootstrap;
import org.airshed.engine.receptormodel.Composition;
import org.airshed.engine.receptormodel.Displacement;
import org.airshed.engine.receptormodel.Factorization;

/** What {@code airshed pmf} found, as text. Factors are counted from 1. */
record PmfResults(
        Composition of,
        Factorization found,
        Optional<Resampled> resampled,
        Optional<Pushed> pushed) {

    /** How many bootstrap runs with blocks of how many samples gave this. */
    record Resampled(int runs, int block, Bootstrap bootstrap) {}

    /** What each of these entries gave with so many updates after each push. */
    record Pushed(int refits, List<Displacement.Entry> entries, List<Displacement> found) {
        /** By how much Q(true) fell at most without a push. */
        double decrease() {
            return found.stream().mapToDouble(Displacement::decrease).max().orElse(0);
        }

        /** Swaps over the entries of a factor at one allowed rise. */
        int swaps(int factor, int rise) {
            return IntStream.range(0, entries.size())
                    .filter(at -> entries.get(at).factor() == factor)
                    .map(at -> found.get(at).intervals().get(rise).swaps())
                    .sum();
        }
    }

    String csv() {
        StringBuilder text = new StringBuilder("factor");
        of.species().forEach(name -> text.append(',').append(field(name)));
        text.append('\n');
        double[][] profiles = profiles();
        for (int factor = 0; factor < profiles.length; factor++) {
            text.append(factor + 1);
            for (double part : profiles[factor]) {
                text.append(',').append(part);
            }
            text.append('\n');
        }
        resampled.ifPresent(found -> text.append(csv(found.bootstrap)));
        pushed.ifPresent(found -> text.append(csv(found)));
        return text.toString();
    }

    private String csv(Bootstrap found) {
        StringBuilder text = new StringBuilder("\nbootstrap_factor");
        int size = found.mapped().length;
        for (int base = 1; base <= size; base++) {
            text.append(",mapped_to_").append(base);
        }
        text.append(",unmapped\n");
        for (int factor = 0; factor < size; factor++) {
            text.append(factor + 1);
            for (int count : found.mapped()[factor]) {
                text.append(',').append(count);
            }
            text.append('\n');
        }
        text.append("\nbootstrap_profile,species,value,low,high\n");
        for (int factor = 0; factor < size; factor++) {
            for (int column = 0; column < of.species().size(); column++) {
                text.append(
                        "%d,%s,%s,%s,%s\n"
                                .formatted(
                                        factor + 1,
                                        field(of.species().get(column)),
                                        profiles()[factor][column],
                                        ModelCommand.number(found.low()[factor][column], ""),
                                        ModelCommand.number(found.high()[factor][column], "")));
            }
        }
        return text.toString();
    }

    private String csv(Pushed pushed) {
        StringBuilder text = new StringBuilder("\ndisplacement_rise");
        int size = profiles().length;
        for (int factor = 1; factor <= size; factor++) {
            text.append(",swaps_of_").append(factor);
        }
        text.append('\n');
        for (int rise = 0; rise < Displacement.USUAL_RISES.size(); rise++) {
            text.append(Displacement.USUAL_RISES.get(rise));
            for (int factor = 0; factor < size; factor++) {
                text.append(',').append(pushed.swaps(factor, rise));
            }
            text.append('\n');
        }
        text.append("\ndisplacement_profile,species,value,rise,low,high,swaps\n");
        for (int at = 0; at < pushed.entries.size(); at++) {
            Displacement.Entry entry = pushed.entries.get(at);
            for (Displacement.Interval interval : pushed.found.get(at).intervals()) {
                text.append(
                        "%d,%s,%s,%s,%s,%s,%d\n"
                                .formatted(
                                        entry.factor() + 1,
                                        field(of.species().get(entry.column())),
                                        profiles()[entry.factor()][entry.column()],
                                        interval.rise(),
                                        interval.low(),
                                        interval.high(),
                                        interval.swaps()));
            }
        }
        return text.toString();
    }

    String json() {
        return "{\"q_true\":%s,\"q_robust\":%s,\"seed\":%d,\n\"species\":%s,\n\"samples\":%s,\n\"profiles\":%s,\n\"contributions\":%s,\n\"scaled_residuals\":%s%s%s}\n"
                .formatted(
                        found.goodness().qTrue(),
                        found.goodness().qRobust(),
                        found.seed().orElseThrow(),
                        names(of.species()),
                        names(of.samples()),
                        rows(profiles()),
                        rows(found.factors().contributions()),
                        rows(found.factors().scaledResiduals(of)),
                        resampled.map(PmfResults::json).orElse(""),
                        pushed.map(this::json).orElse(""));
    }

    private static String json(Resampled resampled) {
        Bootstrap found = resampled.bootstrap;
        return ",\n\"bootstrap\":{\"runs\":%d,\"block\":%d,\"mapped\":%s,\n\"low\":%s,\n\"high\":%s}"
                .formatted(
                        resampled.runs,
                        resampled.block,
                        Arrays.deepToString(found.mapped()),
                        rows(found.low()),
                        rows(found.high()));
    }

    private String json(Pushed pushed) {
        String swaps =
                IntStream.range(0, Displacement.USUAL_RISES.size())
                        .mapToObj(rise ->
                                "{\"rise\":%s,\"of_factors\":%s}"
                                        .formatted(
                                                Displacement.USUAL_RISES.get(rise),
                                                IntStream.range(0, profiles().length)
                                                        .mapToObj(factor ->
                                                                pushed.swaps(factor, rise))
                                                        .toList()))
                        .collect(Collectors.joining(","));
        String entries =
                IntStream.range(0, pushed.entries.size())
                        .mapToObj(at -> json(pushed.entries.get(at), pushed.found.get(at)))
                        .collect(Collectors.joining(",\n"));
        return ",\n\"displacement\":{\"refits\":%d,\"decrease\":%s,\"swaps\":[%s],\n\"entries\":[\n%s]}"
                .formatted(pushed.refits, pushed.decrease(), swaps, entries);
    }

    private String json(Displacement.Entry entry, Displacement found) {
        return "{\"factor\":%d,\"species\":%s,\"value\":%s,\"intervals\":[%s]}"
                .formatted(
                        entry.factor() + 1,
                        ModelCommand.quoted(of.species().get(entry.column())),
                        profiles()[entry.factor()][entry.column()],
                        found.intervals().stream()
                                .map(interval ->
                                        "{\"rise\":%s,\"low\":%s,\"high\":%s,\"swaps\":%d}"
                                                .formatted(
                                                        interval.rise(),
                                                        interval.low(),
                                                        interval.high(),
                                                        interval.swaps()))
                                .collect(Collectors.joining(",")));
    }

    private double[][] profiles() {
        return found.factors().profiles();
    }

    /** A name as a CSV field. */
    private static String field(String name) {
        return name.indexOf(',') >= 0 ? '"' + name + '"' : name;
    }

    private static String names(List<String> names) {
        return names.stream().map(ModelCommand::quoted).toList().toString();
    }

    private static String rows(double[][] rows) {
        return Arrays.stream(rows)
                .map(row ->
                        Arrays.stream(row)
                                .mapToObj(value -> ModelCommand.number(value, "null"))
                                .collect(Collectors.joining(",", "[", "]")))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
