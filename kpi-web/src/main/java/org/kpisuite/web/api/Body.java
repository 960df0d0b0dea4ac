package org.kpisuite.web.api;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.domain.quantity.LocalizedText;

/**
 * The body of a request, read strictly: every missing, unknown and impossible field is noted, and {@link #check}
 * refuses them all at once. Until then a field that cannot be read counts as absent.
 */
public final class Body {
    private static final int TEXT_LENGTH_MAX = 4000;
    private static final int NUMBER_LENGTH_MAX = 60;
    private static final int LIST_LENGTH_MAX = 1000;

    private final JsonObject json;
    private final String path;
    private final List<Refusal> refusals;
    private final Set<String> read = new HashSet<>();
    private final List<Body> inner = new ArrayList<>();

    private Body(JsonObject json, String path, List<Refusal> refusals) {
        this.json = json;
        this.path = path;
        this.refusals = refusals;
    }

    /** Reads a JSON object; nothing at all counts as an empty one. Refuses E-FILE-FORMAT for anything else. */
    public static Body of(InputStream in) {
        try {
            byte[] bytes = in.readNBytes(1 << 20);
            if (bytes.length == 0) {
                return new Body(JsonValue.EMPTY_JSON_OBJECT, "", new ArrayList<>());
            }
            String text = new String(bytes, StandardCharsets.UTF_8);
            try (JsonReader reader = Json.createReader(new java.io.StringReader(text))) {
                return new Body(reader.readObject(), "", new ArrayList<>());
            }
        } catch (JsonException | java.io.IOException e) {
            throw new KpiException(Code.E_BODY, String.valueOf(e.getMessage()));
        }
    }

    /** The same of an object that is there already. */
    public static Body of(JsonObject json) {
        return new Body(json, "", new ArrayList<>());
    }

    /** Refuses everything noted so far, and every field that nobody asked for. */
    public void check() {
        noteUnknown();
        if (!refusals.isEmpty()) {
            throw new KpiException(refusals);
        }
    }

    /** Whether anything was wrong so far. */
    public boolean isRefused() {
        return !refusals.isEmpty();
    }

    /** Whether a field is there. */
    public boolean isGiven(String name) {
        return json.containsKey(name) && !json.isNull(name);
    }

    private void noteUnknown() {
        json.keySet().stream()
                .filter(k -> !read.contains(k))
                .forEach(k -> refusals.add(Refusal.ofField(Code.E_FIELD_UNKNOWN, path + k, null, path + k)));
        inner.forEach(Body::noteUnknown);
    }

    private Optional<JsonValue> value(String name) {
        read.add(name);
        return Optional.ofNullable(json.get(name)).filter(v -> v.getValueType() != JsonValue.ValueType.NULL);
    }

    /** Notes that a field has a value which cannot be. */
    <T> Optional<T> refuse(String name, String value, String possible) {
        refusals.add(Refusal.ofField(Code.E_FIELD_VALUE, path + name, value, path + name, value, possible));
        return Optional.empty();
    }

    private <T> Optional<T> refuse(List<Refusal> found) {
        refusals.addAll(found);
        return Optional.empty();
    }

    private <T> T required(String name, Optional<T> value, T instead) {
        if (value.isEmpty() && !json.containsKey(name)) {
            refusals.add(Refusal.ofField(Code.E_FIELD_MISSING, path + name, null, path + name));
        } else if (value.isEmpty() && json.isNull(name)) {
            refusals.add(Refusal.ofField(Code.E_FIELD_MISSING, path + name, null, path + name));
        }
        return value.orElse(instead);
    }

    public Optional<String> text(String name) {
        return value(name).flatMap(v -> {
            // What holds NUL is no text, and no storage keeps it.
            if (v instanceof JsonString s
                    && s.getString().length() <= TEXT_LENGTH_MAX
                    && s.getString().indexOf('\0') < 0) {
                return Optional.of(s.getString().strip()).filter(t -> !t.isEmpty());
            }
            return refuse(name, v.getValueType().name(), "text, 1.." + TEXT_LENGTH_MAX);
        });
    }

    public String requiredText(String name) {
        return required(name, text(name), "");
    }

    /** A decimal as a JSON string or number, exact. */
    public Optional<BigDecimal> decimal(String name) {
        return value(name).flatMap(v -> {
            String given = v instanceof JsonString s ? s.getString() : v.toString();
            if (given.length() <= NUMBER_LENGTH_MAX && (v instanceof JsonString || v instanceof JsonNumber)) {
                try {
                    BigDecimal number = new BigDecimal(given);
                    if (number.precision() - number.scale() <= 18 && number.scale() <= 10) {
                        return Optional.of(number);
                    }
                } catch (NumberFormatException e) {
                    return refuse(name, given, "0.25");
                }
            }
            return refuse(name, given, "0.25; 18 digits, 10 decimals");
        });
    }

    public Optional<BigDecimal> requiredDecimal(String name) {
        Optional<BigDecimal> value = decimal(name);
        required(name, value.map(v -> ""), "");
        return value;
    }

    /** A decimal above 0 that must be there. */
    public Optional<BigDecimal> requiredPositive(String name) {
        return requiredDecimal(name)
                .flatMap(v -> v.signum() > 0 ? Optional.of(v) : refuse(name, v.toPlainString(), "> 0"));
    }

    public Optional<Integer> integer(String name) {
        return decimal(name).flatMap(d -> {
            try {
                return Optional.of(d.intValueExact());
            } catch (ArithmeticException e) {
                return refuse(name, d.toPlainString(), "1, 2, 3");
            }
        });
    }

    public Optional<Boolean> flag(String name) {
        return value(name).flatMap(v -> switch (v.getValueType()) {
            case TRUE -> Optional.of(true);
            case FALSE -> Optional.of(false);
            default -> refuse(name, v.toString(), "true, false");
        });
    }

    public <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
        return text(name).flatMap(t -> Arrays.stream(type.getEnumConstants())
                .filter(c -> c.name().equalsIgnoreCase(t))
                .findFirst()
                .or(() -> refuse(name, t, names(type))));
    }

    /** A list of constants; absent counts as empty. */
    public <E extends Enum<E>> List<E> choices(String name, Class<E> type) {
        List<E> found = new ArrayList<>();
        for (String given : textList(name)) {
            Arrays.stream(type.getEnumConstants())
                    .filter(c -> c.name().equalsIgnoreCase(given))
                    .findFirst()
                    .ifPresentOrElse(found::add, () -> refuse(name, given, names(type)));
        }
        return found;
    }

    public <E extends Enum<E>> E requiredChoice(String name, Class<E> type) {
        return required(name, choice(name, type), type.getEnumConstants()[0]);
    }

    private static <E extends Enum<E>> String names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    }

    /** A field that some parser understands, such as a date or a period. */
    public <T> Optional<T> parsed(String name, Function<String, T> parser, String possible) {
        return text(name).flatMap(t -> {
            try {
                return Optional.of(parser.apply(t));
            } catch (java.time.DateTimeException | IllegalArgumentException | KpiException e) {
                return e instanceof KpiException formula && formula.code() == Code.E_FORMULA
                        ? refuse(formula.refusals())
                        : refuse(name, t, possible);
            }
        });
    }

    public <T> Optional<T> requiredParsed(String name, Function<String, T> parser, String possible) {
        Optional<T> value = parsed(name, parser, possible);
        required(name, value.map(v -> ""), "");
        return value;
    }

    /** A list of decimals that some parser understands as a whole; absent counts as none. */
    public <T> Optional<T> parsedDecimals(String name, Function<List<BigDecimal>, T> parser, String possible) {
        if (value(name).isEmpty()) {
            return Optional.empty();
        }
        JsonArray array = array(name);
        try {
            return Optional.of(parser.apply(array.stream().map(Body::number).toList()));
        } catch (NumberFormatException | KpiException e) {
            return refuse(name, array.toString(), possible);
        }
    }

    public <T> Optional<T> requiredParsedDecimals(String name, Function<List<BigDecimal>, T> parser, String possible) {
        Optional<T> value = parsedDecimals(name, parser, possible);
        required(name, value.map(v -> ""), "");
        return value;
    }

    private static BigDecimal number(JsonValue value) {
        String given = value instanceof JsonString s ? s.getString() : value.toString();
        if (given.length() > NUMBER_LENGTH_MAX) {
            throw new NumberFormatException(given);
        }
        return new BigDecimal(given);
    }

    /** {@code {en, ru}}; one of them stands for both. */
    public LocalizedText names(String name) {
        Body both = object(name);
        Optional<String> en = both.text("en");
        Optional<String> ru = both.text("ru");
        if (en.isEmpty() && ru.isEmpty()) {
            refusals.add(Refusal.ofField(Code.E_FIELD_MISSING, path + name, null, path + name));
        }
        return new LocalizedText(en.or(() -> ru).orElse(""), ru.or(() -> en).orElse(""));
    }

    /** An object within; absent counts as empty. */
    public Body object(String name) {
        Optional<JsonValue> value = value(name);
        JsonObject object = value.filter(JsonObject.class::isInstance)
                .map(JsonValue::asJsonObject)
                .orElse(JsonValue.EMPTY_JSON_OBJECT);
        if (value.isPresent() && !(value.get() instanceof JsonObject)) {
            refuse(name, value.get().getValueType().name(), "{…}");
        }
        return within(object, path + name + ".");
    }

    /** An object within; empty where there is none. */
    public Optional<Body> optional(String name) {
        Body object = object(name);
        return json.get(name) instanceof JsonObject ? Optional.of(object) : Optional.empty();
    }

    /** Where this object stands in the whole body, {@code items[0].gate.}; empty for the body itself. */
    public String path() {
        return path;
    }

    /** Notes what else is wrong; a field that was noted already keeps its first finding. */
    public void note(List<Refusal> found) {
        Set<String> noted = refusals.stream().map(Refusal::column).collect(Collectors.toSet());
        found.stream().filter(r -> !noted.contains(r.column())).forEach(refusals::add);
    }

    /** Texts by name, whatever the names. */
    public Map<String, String> texts(String name) {
        Body object = object(name);
        Map<String, String> texts = new LinkedHashMap<>();
        object.json.keySet().forEach(k -> object.text(k).ifPresent(t -> texts.put(k, t)));
        return texts;
    }

    /** A list of objects; absent counts as empty. */
    public List<Body> list(String name) {
        List<Body> list = new ArrayList<>();
        JsonArray array = array(name);
        for (int i = 0; i < array.size(); i++) {
            String at = path + name + "[" + i + "].";
            if (array.get(i) instanceof JsonObject object) {
                list.add(within(object, at));
            } else {
                refuse(name, array.get(i).toString(), "{…}");
            }
        }
        return list;
    }

    /** A list of texts; absent counts as empty. */
    public List<String> textList(String name) {
        List<String> list = new ArrayList<>();
        for (JsonValue v : array(name)) {
            if (v instanceof JsonString s) {
                list.add(s.getString());
            } else {
                refuse(name, v.toString(), "[\"…\"]");
            }
        }
        return list;
    }

    /** A list of ids, integers; absent counts as empty. */
    public List<Long> ids(String name) {
        List<Long> list = new ArrayList<>();
        for (JsonValue v : array(name)) {
            if (v instanceof JsonNumber n && n.isIntegral()) {
                list.add(n.longValue());
            } else {
                refuse(name, v.toString(), "[17, 18]");
            }
        }
        return list;
    }

    private JsonArray array(String name) {
        Optional<JsonValue> value = value(name);
        if (value.isPresent() && value.get() instanceof JsonArray array && array.size() <= LIST_LENGTH_MAX) {
            return array;
        }
        value.ifPresent(v -> refuse(name, v.getValueType().name(), "[…], 0.." + LIST_LENGTH_MAX));
        return JsonValue.EMPTY_JSON_ARRAY;
    }

    private Body within(JsonObject object, String at) {
        Body body = new Body(object, at, refusals);
        inner.add(body);
        return body;
    }
}
