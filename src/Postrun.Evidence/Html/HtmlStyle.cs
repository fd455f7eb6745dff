using System.Security.Cryptography;
using System.Text;

namespace Postrun.Evidence;

/// <summary>The style sheet of the page; the page's policy allows this one text and nothing else.</summary>
internal static class HtmlStyle
{
    public const string Css = """

        :root{--ink:#1b2330;--soft:#556072;--line:#dce1e8;--wash:#f5f7f9;--page:#fff;--accent:#1f5f8b;--good:#1d6b46;--warn:#8a5a00;--bad:#a3262a}
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%}
        body{margin:0;background:var(--wash);color:var(--ink);font:15px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif}
        main{max-width:1080px;margin:32px auto;padding:48px 56px 40px;background:var(--page);border:1px solid var(--line);border-radius:10px}
        header{display:flex;justify-content:space-between;align-items:flex-start;gap:24px;padding-bottom:24px;border-bottom:2px solid var(--ink)}
        .kicker{margin:0 0 4px;font-size:13px;font-weight:600;letter-spacing:.04em;color:var(--accent)}
        h1{margin:0;font-size:30px;line-height:1.2;font-weight:650;letter-spacing:-.015em;overflow-wrap:anywhere}
        .run{margin:6px 0 0;color:var(--soft)}
        h2{margin:0 0 6px;font-size:19px;line-height:1.3;font-weight:650;letter-spacing:-.005em}
        h3{margin:22px 0 8px;font-size:14px;font-weight:650}
        section{margin-top:40px}
        p{margin:0 0 10px}
        .lead{color:var(--soft);max-width:74ch}
        code{font:12.5px/1.5 ui-monospace,"SF Mono",Menlo,Consolas,"Liberation Mono",monospace;unicode-bidi:isolate;overflow-wrap:anywhere}
        .badge{display:inline-block;flex:none;padding:4px 12px;border:1.5px solid currentColor;border-radius:999px;font-size:13px;font-weight:650;white-space:nowrap}
        .good{color:var(--good)}.warn{color:var(--warn)}.bad{color:var(--bad)}.none{color:var(--soft)}
        .verdict{margin:26px 0 0;padding-left:16px;border-left:4px solid currentColor;font-size:19px;line-height:1.45;font-weight:550}
        .verdict p{margin:0}
        .tiles{display:grid;grid-template-columns:repeat(4,1fr);gap:0;margin:26px 0 0;border:1px solid var(--line);border-radius:8px}
        .tiles div{padding:16px 20px}
        .tiles div+div{border-left:1px solid var(--line)}
        .tiles dt{font-size:13px;color:var(--soft)}
        .tiles dd{margin:2px 0 0;font-size:26px;line-height:1.2;font-weight:650;letter-spacing:-.015em;font-variant-numeric:tabular-nums}
        .tiles dd small{display:block;margin-top:4px;font-size:12.5px;line-height:1.4;font-weight:400;letter-spacing:0;color:var(--soft)}
        .facts{display:grid;grid-template-columns:1fr 1fr;column-gap:48px;margin:10px 0 0}
        .facts div{display:grid;grid-template-columns:150px 1fr;gap:12px;padding:7px 0;border-bottom:1px solid var(--line)}
        .facts .wide{grid-column:1/-1}
        .facts dt{color:var(--soft)}
        .facts dd{margin:0;min-width:0;overflow-wrap:anywhere}
        .facts dd span{display:block}
        .scroll{overflow-x:auto;margin-top:12px}
        table{width:100%;border-collapse:collapse;font-size:13.5px;line-height:1.45}
        th{padding:7px 20px 7px 0;border-bottom:1.5px solid var(--ink);text-align:left;font-size:12.5px;font-weight:650;vertical-align:bottom}
        td{padding:9px 20px 9px 0;border-bottom:1px solid var(--line);vertical-align:top;min-width:64px}
        th:last-child,td:last-child{padding-right:0}
        td.p{min-width:240px;max-width:380px}
        td.w{min-width:200px}
        .n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
        .nb,.nb .sub{white-space:nowrap}
        .sub{display:block;color:var(--soft);font-size:12.5px}
        tfoot td{border-bottom:0;font-weight:650}
        .more{margin:10px 0 0;color:var(--soft);font-size:13.5px}
        .left{margin-top:28px;padding:22px 26px 24px;border:1.5px solid var(--bad);border-radius:8px}
        .charts{display:grid;grid-template-columns:1fr 1fr;gap:8px 48px}
        svg{display:block;width:100%;max-width:560px;height:auto;overflow:visible}
        svg text{font:13px system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif;fill:var(--ink)}
        svg .v{font-variant-numeric:tabular-nums}
        svg .axis{stroke:#9aa4b2}
        svg .freed{fill:var(--accent)}
        svg .kept{fill:url(#hatch);stroke:var(--accent)}
        svg .hatch{stroke:var(--accent);stroke-width:1.6}
        .legend{display:flex;gap:20px;margin:6px 0 0;font-size:12.5px;color:var(--soft)}
        .legend svg{display:inline-block;width:22px;height:11px;margin-right:7px;vertical-align:-1px}
        pre{margin:6px 0 14px;padding:12px 16px;background:var(--wash);border:1px solid var(--line);border-radius:6px;white-space:pre-wrap;overflow-wrap:anywhere}
        footer{margin-top:44px;padding-top:16px;border-top:1px solid var(--line);font-size:12.5px;color:var(--soft)}
        @media screen and (max-width:760px){main{margin:0;padding:24px 20px;border:0;border-radius:0}.tiles{grid-template-columns:1fr 1fr}.tiles div:nth-child(3){border-left:0}.tiles div:nth-child(n+3){border-top:1px solid var(--line)}.facts,.charts{grid-template-columns:1fr}.facts div{grid-template-columns:120px 1fr}}
        @page{size:A4;margin:16mm 15mm 18mm}
        @media print{
        body{background:#fff;font-size:9.5pt;line-height:1.45}
        main{max-width:none;margin:0;padding:0;border:0}
        h1{font-size:20pt}h2{font-size:12.5pt;break-after:avoid}h3{break-after:avoid}
        section{margin-top:20pt}
        .verdict{font-size:12pt}.tiles dd{font-size:15pt}.tiles div{padding:9pt 10pt}.tiles dd small{font-size:8pt}
        table{font-size:8pt}th{font-size:8pt}.sub,.more,.legend{font-size:7.5pt}code{font-size:7.5pt}
        td{min-width:0}td.p{min-width:96pt}td.w{min-width:96pt}th,td{padding-right:9pt}
        .charts{column-gap:24pt}.facts{column-gap:24pt}.facts div{grid-template-columns:88pt 1fr}
        .scroll{overflow:visible}
        thead{display:table-header-group}
        tr,.tiles,.charts>div,pre,.facts div{break-inside:avoid}
        .left{padding:10pt 12pt}
        }

        """;

    /// <summary>What the policy of the page names.</summary>
    public static string Hash { get; } = "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)));
}
