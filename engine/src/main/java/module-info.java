/** Pure science: answers computed from arguments alone. */
@org.jspecify.annotations.NullMarked
module org.airshed.engine {
    requires static org.jspecify;
    requires static jdk.incubator.vector;

    exports org.airshed.engine.airquality;
    exports org.airshed.engine.averaging;
    exports org.airshed.engine.edition;
    exports org.airshed.engine.geography;
    exports org.airshed.engine.meteorology;
    exports org.airshed.engine.quantity;
    exports org.airshed.engine.random;
    exports org.airshed.engine.receptormodel;
    exports org.airshed.engine.screening;
    exports org.airshed.engine.substance;
    exports org.airshed.engine.trajectory;
    exports org.airshed.engine.trend;
}
