/** What word processors and pages really put on the clipboard, shortened. */
export const wordPage = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><title>Citrons</title>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm; font-family:"Calibri",sans-serif;} --></style></head>
<body lang=FR link="#0563C1"><!--StartFragment-->
<h1><span style='mso-fareast-font-family:"Times New Roman"'>Les citrons<o:p></o:p></span></h1>
<p class=MsoNormal><b><span style='font-size:14.0pt;color:red'>Bonjour</span></b><span
style='font-size:14.0pt'> à tous,<br> et merci.<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>Le sucre<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>Le <b>sel</b><o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>3.<span>&nbsp;</span></span>Couper</p>
<p class=MsoNormal>Fin<a style='mso-comment-reference:A_1'></a><span style='mso-special-character:comment'>&nbsp;<a class=msocomanchor href="#_msocom_1">[A1]</a></span>.<del>barré</del> <img width=300 height=200 src="file:///C:/image001.png" alt=""></p>
<table><tr><td><p class=MsoNormal>Un</p></td><td><p class=MsoNormal>Deux</p></td></tr></table>
<!--EndFragment--></body></html>`

export const googleDocs = `<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1f2e"><h2 dir="ltr" style="line-height:1.38;"><span style="font-size:16pt;font-family:Arial;color:#000000;font-weight:700;">Lancement</span></h2><p dir="ltr" style="margin-top:0pt;"><span style="font-size:11pt;font-weight:400;">On va </span><span style="font-size:11pt;font-weight:700;">goûter</span><span style="font-weight:400;">.</span></p><br /><ul style="margin-top:0;"><li dir="ltr" style="list-style-type:disc;" aria-level="1"><p dir="ltr" role="presentation"><span>Un</span></p></li><ul><li dir="ltr" aria-level="2"><p dir="ltr" role="presentation"><span>Dedans</span></p></li></ul><li><p><span>Deux</span></p></li></ul><p dir="ltr"><a href="https://www.google.com/url?q=https://exemple.fr/page?utm_source%3Dx&amp;sa=D" style="text-decoration:none;"><span style="color:#1155cc;">La page</span></a></p></b><br class="Apple-interchange-newline">`

export const webPage = `<!DOCTYPE html><html><head><title>Journal</title><script>alert("</p>")</script><style>p{}</style></head><body>
<nav><ul><li><a href="/">Accueil</a></li></ul></nav>
<header role="banner"><a href="/"><img src="/logo.svg"></a></header>
<main><article><h1>La cantine <em>rouvre</em></h1>
<p>Depuis lundi, <a href="https://exemple.fr/a?id=3&amp;utm_campaign=x&amp;fbclid=y" onclick="steal()">la cantine</a> est ouverte. <a href="javascript:alert(1)">Réagir</a> <a href="/suite">Suite</a></p>
<figure><img src="a.jpg" width="640" height="400"><figcaption>La cour</figcaption></figure>
<img src="https://t.exemple.fr/p.gif" width="1" height="1">
<p style="display:none">caché</p><p hidden>caché</p><span aria-hidden="true">★</span>
<blockquote><p>On attendait ça.</p></blockquote>
<button>Partager</button><form><input value="x"><p>Abonnez-vous</p></form>
<div>Une ligne<div>Une autre</div></div>
<pre>un
deux</pre></article></main><aside>Publicité</aside><footer>© Journal</footer></body></html>`

export const whatsappPhone = `[12/03/2026 18:04] Nadia : Bonjour, voilà mon texte
avec deux lignes
[12/03/2026, 18:05:12] Fatiha: Merci : c’est bien
\u200e[12/03/2026 18:06] Nadia : \u200eimage absente
[12/03/2026 18:07] Nadia : À demain\u200e <Ce message a été modifié>`

export const whatsappExport = `12/03/2026 à 18:03 - Les messages et les appels sont chiffrés de bout en bout.
12/03/2026 à 18:04 - Nadia: Bonjour
12/03/2026 à 18:05 - ~\u202fKarim: <Médias omis>
12/03/2026 à 18:05 - Karim: Oui à 19h`

export const whatsappWeb = `[18:04, 12/03/2026] +33 6 12 34 56 78: Bonjour
[18:05, 12/03/2026] Nadia: Bonsoir`
