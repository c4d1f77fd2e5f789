package org.airshed.platform.observation;

import java.util.Locale;
import java.util.Optional;

/**
 * By what principle an instrument measures. The standards named are those whose title and methods
 * are remembered with certainty (HJ 653 for particles, HJ 654 for gases); their texts were not
 * read.
 */
public enum InstrumentMethod {
    BETA_ATTENUATION("β射线吸收法", "Beta attenuation", "HJ 653"),
    TEOM("微量振荡天平法", "Tapered element oscillating microbalance", "HJ 653"),
    LIGHT_SCATTERING("光散射法", "Light scattering", ""),
    UV_FLUORESCENCE("紫外荧光法", "UV fluorescence", "HJ 654"),
    CHEMILUMINESCENCE("化学发光法", "Chemiluminescence", "HJ 654"),
    UV_ABSORPTION("紫外吸收法", "UV absorption", "HJ 654"),
    NDIR("非分散红外吸收法", "Non-dispersive infrared absorption", "HJ 654"),
    GAS_FILTER_CORRELATION("气体滤波相关红外吸收法", "Gas filter correlation", "HJ 654"),
    DOAS("差分吸收光谱法", "Differential optical absorption spectroscopy", "HJ 654"),
    LASER_ABSORPTION("激光吸收光谱法", "Laser absorption spectroscopy", ""),
    OPTICAL_ATTENUATION("光学衰减法（黑碳仪）", "Optical attenuation (aethalometer)", ""),
    THERMAL_OPTICAL("热光法", "Thermal-optical analysis", ""),
    ION_CHROMATOGRAPHY("离子色谱法", "Ion chromatography", ""),
    XRF("X射线荧光法", "X-ray fluorescence", ""),
    GC_FID("气相色谱-氢火焰离子化法", "Gas chromatography, flame ionisation", ""),
    GC_MS("气相色谱-质谱法", "Gas chromatography, mass spectrometry", ""),
    WEATHER_SENSOR("气象传感器", "Weather sensor", ""),
    OTHER("其他方法", "Another method", "");

    private final String zh;
    private final String en;
    private final String standard;

    InstrumentMethod(String zh, String en, String standard) {
        this.zh = zh;
        this.en = en;
        this.standard = standard;
    }

    /** The word stored and sent over the API: {@code "beta-attenuation"}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Its name in Chinese. */
    public String zh() {
        return zh;
    }

    /** Its name in English. */
    public String en() {
        return en;
    }

    /** The standard that describes systems of this method. */
    public Optional<String> findStandard() {
        return standard.isEmpty() ? Optional.empty() : Optional.of(standard);
    }

    /** The method of this word, or empty when there is none. */
    public static Optional<InstrumentMethod> findByCode(String code) {
        for (InstrumentMethod method : values()) {
            if (method.code().equals(code)) {
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }
}
