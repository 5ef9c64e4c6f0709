using System.Text.Json.Serialization;
using static LeadCapture.Forms.FormText;

namespace LeadCapture.Forms.Fields;

/// How the answers to a field are read, checked, shown and sent. One class a kind, without state; its markup is a partial of its own.
[JsonConverter(typeof(FieldKindConverter))]
public abstract class FieldKind
{
    /// In the definition of a form.
    public abstract string Name { get; }

    /// The partial that draws it, in Shared/Fields.
    public virtual string View => "_Input";

    public virtual KindSettings Settings => KindSettings.None;

    /// A visitor sees it, and can mend what is wrong with it.
    public virtual bool IsSeen => true;

    public virtual bool HasLines => false;

    /// Its input shows again what was typed; what can only be chosen is shown as it is kept.
    public virtual bool IsTyped => true;

    /// In words alone.
    public virtual string LabelOf(Field field) => field.Label;

    /// Where the field says nothing else, in characters.
    public virtual int MaxLength => 500;

    /// Values that an input suggests; any other may be typed.
    public virtual IReadOnlyList<string> Suggestions => [];

    public virtual InputTraits TraitsOf(Field field, string value) => InputTraits.Text;

    /// All that can be chosen.
    public virtual IReadOnlyList<Option> ChoicesOf(Field field) => [];

    /// A text without what is not seen, and on one line where the kind has no more. A visitor cannot mend what is not seen.
    public virtual string Clean(string value) => InputNormalizer.OneLine(value);

    /// A clean answer as it is kept: a known value by its one name.
    public virtual string Normalize(Field field, string value) => value;

    public virtual bool IsMissing(Field field, string value) => value == "";

    public virtual string MissingMessage(Field field) => T["Fill in “{0}”", field.ShownLabel];

    /// What is wrong with an answer that is clean and normalized; null: nothing.
    public virtual string? ProblemOf(Field field, string value) => null;

    /// A kept answer in people's words.
    public virtual string Show(Field field, string value) => value;

    /// The custom fields that Reply.io gets for a kept answer.
    public virtual IEnumerable<CustomAnswer> Send(Field field, CustomAnswer answer) =>
        [field.SentAs is { } name ? answer with { Key = name } : answer];

    /// The custom fields of Reply.io that such a field may fill.
    public virtual IEnumerable<string> KeysOf(Field field) => [field.SentAs ?? field.Key!];

    /// The field, with its answers to the one custom field of Reply.io sent to the other.
    public virtual Field Remap(Field field, string key, string to) =>
        KeysOf(field).First().IsKey(key) ? field with { SentAs = to.IsKey(field.Key!) ? null : to } : field;

    /// What is wrong with the definition of such a field, each with the setting that it is about.
    public virtual IEnumerable<(string Setting, string Problem)> ProblemsOf(Field field) => [];

    /// What may be wrong with an answer that is taken all the same.
    public virtual string? AdviceOn(string value) => null;

    /// An answer out of a link, which may be damaged as links are.
    public virtual string FromLink(string value) => value;
}
