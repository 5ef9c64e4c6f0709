using LeadCapture.Shared;
using Microsoft.AspNetCore.Mvc;

namespace LeadCapture.Pages.Templates;

/// The pages of forms before anybody typed: the same for every visitor but for ids, stamp, how the visitor came, and text that their link
/// filled in.
public sealed class FormTemplates(PageTemplates templates)
{
    public Task<IActionResult> Show(Controller controller, FormPage page, int formId)
    {
        var values = templates.Values();
        return templates.Show(controller, "Show", new(formId, page.Slug, page.Version, page.Shape), Marked(page, values), values);
    }

    private static FormPage Marked(FormPage page, TemplateValues values) => page with
    {
        SubmissionId = values.TakeFixed(page.SubmissionId),
        Traces = page.Traces with { Stamp = values.TakeFixed(page.Traces.Stamp) },
        Page = values.Take(page.Page),
        Attribution = values.Take(page.Attribution),
        Inputs = values.Each(page.Inputs, Marked),
    };

    /// What a view makes of a value, beside showing it, stays as it is.
    private static FormInput Marked(FormInput input, TemplateValues values)
    {
        if (!input.Field.Kind.IsTyped || values.Keep(input.Value == input.Field.Default))
            return input;
        values.Keep(input.Traits);
        return input with { Value = values.Take(input.Value) };
    }
}
