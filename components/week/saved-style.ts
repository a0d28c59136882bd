import report from '../../lib/report/report.css?inline';
import base from '../style/base.css?inline';
import tokens from '../style/tokens.css?inline';

/** The style of the saved page: that of the screen. */
export const css = [tokens, base, report].join('\n');
