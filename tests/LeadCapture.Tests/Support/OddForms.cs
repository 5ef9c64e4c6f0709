using LeadCapture.Forms;
using LeadCapture.Forms.Fields;

namespace LeadCapture.Tests.Support;

/// Forms that nobody would make on purpose.
internal static class OddForms
{
    /// Every kind of field must be answered; names and options have whatever ends a text in a shell, in JSON, in HTML or in a script.
    public static FormDefinition Odd(FormDefinition form) => form.Asking(
    [
        ContactFields.Get("email") with { Required = true },
        .. FieldKinds.All.Select(kind => new Field
        {
            Key = $"it's \"{kind.Name}\" </textarea> $HOME `id`",
            Kind = kind,
            Label = $"Kind’s <{kind.Name}> & 'label'",
            Required = kind.IsSeen,
            Options = [new("it's <hot> \"now\" é 🎈", "Now </label>"), new("cold", "Later")],
        }),
    ]) with
    { Title = "It's \"odd\" <b>", SubmitLabel = "Go </button>" };
}
